package dev.headwater.core.network;

/** How bad a {@link Problem} is. */
public enum Severity {
    /** The network cannot be trained as it is. */
    ERROR,
    /** It can be trained, but something is probably not meant. */
    WARNING
}
