@NullMarked
package mo.farol.server.proof.facecheck;

import org.jspecify.annotations.NullMarked;
