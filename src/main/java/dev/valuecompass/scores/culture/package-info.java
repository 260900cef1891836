/** Models beside cultures: how alike two profiles are, and what so few values can say about it. */
package dev.valuecompass.scores.culture;
