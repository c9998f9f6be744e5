/** What the APIs of residents, operators and kiosks share: how they read, how they answer, and how they repeat an answer. */
@NullMarked
package mo.farol.server.eid;

import org.jspecify.annotations.NullMarked;
