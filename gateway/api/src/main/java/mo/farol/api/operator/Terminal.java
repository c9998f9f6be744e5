package mo.farol.api.operator;

/** An enrolled terminal. @param suspended itself; its institution or means may be suspended as well */
public record Terminal(String name, String institution, String means, boolean suspended) {}
