/** The recorded steps of a run as tables, CSV, JSON and one sentence. */
package dev.headwater.trainer.inspection;
