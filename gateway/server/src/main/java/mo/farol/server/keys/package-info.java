/** The gateway's keys: three PKCS#12 files, how they are made and how they are loaded. */
@NullMarked
package mo.farol.server.keys;

import org.jspecify.annotations.NullMarked;
