package mo.farol.core.verification;

import mo.farol.token.OpenedCode;

/** After step 3: opened, and not believed. */
record OpenedRequest(AllowedRequest allowed, TextKey text, OpenedCode code) {}
