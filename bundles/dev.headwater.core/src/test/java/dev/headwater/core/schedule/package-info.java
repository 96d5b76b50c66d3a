/** Tests of learning rate schedules. */
package dev.headwater.core.schedule;
