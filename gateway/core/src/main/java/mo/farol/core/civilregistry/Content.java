package mo.farol.core.civilregistry;

/** What a line of the file turned out to be. */
public sealed interface Content permits RegistryResident, RegistryGuardianship, Rejection {}
