/** What was asked of the gateways and what they said, line by line, and what the database held in the end. */
@NullMarked
package mo.farol.chaos.history;

import org.jspecify.annotations.NullMarked;
