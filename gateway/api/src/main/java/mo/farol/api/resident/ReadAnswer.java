package mo.farol.api.resident;

import java.util.UUID;

/** The notice is read, from now on or since earlier. */
public record ReadAnswer(UUID notice) {}
