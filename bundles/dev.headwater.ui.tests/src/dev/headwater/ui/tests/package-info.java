/** What a person does with Headwater in Eclipse, done by a robot in an Eclipse that it was installed into. */
package dev.headwater.ui.tests;
