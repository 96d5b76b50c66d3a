/** What mends vanishing, exploding and dying gradients: described, with the papers and with what was measured here. */
package dev.headwater.core.remedy;
