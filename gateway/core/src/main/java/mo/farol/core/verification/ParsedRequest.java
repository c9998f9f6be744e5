package mo.farol.core.verification;

import mo.farol.token.ParsedCode;

/** After step 2. */
record ParsedRequest(AllowedRequest allowed, TextKey text, ParsedCode code) {}
