/** News between gateways: redeemed codes for the replay tables, and cached facts to drop. */
@NullMarked
package mo.farol.server.replay;

import org.jspecify.annotations.NullMarked;
