/** TrueSkill: skills from who expresses a value where others do not, and the win rate that is published of them. */
package dev.valuecompass.scores.rating;
