/** What the templates of leaderboards see. */
package dev.valuecompass.site.view.board;
