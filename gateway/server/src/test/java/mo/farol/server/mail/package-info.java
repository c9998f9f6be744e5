@NullMarked
package mo.farol.server.mail;

import org.jspecify.annotations.NullMarked;
