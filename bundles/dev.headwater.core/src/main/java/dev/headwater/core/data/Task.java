package dev.headwater.core.data;

/** What labels are. */
public enum Task {
    /** Classes if the labels are texts or at most 1,000 different whole numbers, else numbers. */
    AUTO,
    /** Each different label is a class. */
    CLASSIFICATION,
    /** Labels are numbers to come close to. */
    REGRESSION
}
