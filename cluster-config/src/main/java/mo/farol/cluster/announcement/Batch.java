package mo.farol.cluster.announcement;

import java.util.List;
import java.util.UUID;

/**
 * Announcements in one message.
 *
 * @param sender drawn at random by each start of a gateway, so a restart begins a new count
 * @param sequence counts the sender's batches from 1; a number that is left out says that something was dropped
 */
record Batch(UUID sender, long sequence, List<Announcement> announcements) {}
