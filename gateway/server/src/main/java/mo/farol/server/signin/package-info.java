/** People who sign in at an OpenID Connect provider: residents and operators, and what their access tokens prove. */
@NullMarked
package mo.farol.server.signin;

import org.jspecify.annotations.NullMarked;
