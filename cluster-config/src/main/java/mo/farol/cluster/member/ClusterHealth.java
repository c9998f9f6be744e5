package mo.farol.cluster.member;

import mo.farol.cluster.announcement.AnnouncementCounts;

/**
 * How a member is doing. For people and metrics: no answer to a terminal and no readiness depends on it.
 *
 * @param members how many members this one sees, itself included
 */
public record ClusterHealth(boolean running, int members, AnnouncementCounts announcements) {}
