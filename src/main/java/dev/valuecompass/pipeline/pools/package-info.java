/** Work on pools of items: preparing topics, describing and writing items, and what a generator is fine-tuned on. */
package dev.valuecompass.pipeline.pools;
