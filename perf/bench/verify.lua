-- Sends each line of BENCH_TEXTS once, as a verification; then ends wrk. One thread only: the lines keep their order.
local texts, tokens, sent, got, outcomes = {}, {}, 0, 0, {}
local purpose, run = os.getenv("BENCH_PURPOSE"), os.getenv("BENCH_RUN")
local tried = false

-- For connections that are free while the last answers come in: costs little, and is not counted.
local function filler()
  return wrk.format("GET", "/.well-known/jwks.json")
end

function init(args)
  for line in io.lines(os.getenv("BENCH_TEXTS")) do texts[#texts + 1] = line end
  for line in io.lines(os.getenv("BENCH_TOKENS")) do tokens[#tokens + 1] = line end
end

function request()
  -- wrk asks once to see whether this works, and throws that request away.
  if not tried then
    tried = true
    return filler()
  end
  sent = sent + 1
  if sent > #texts then return filler() end
  local token = tokens[(sent - 1) % #tokens + 1]
  return wrk.format("POST", "/v1/verifications", {
    ["Authorization"] = "Bearer " .. token,
    ["Idempotency-Key"] = run .. "-" .. sent,
    ["Content-Type"] = "application/json",
    ["Accept-Language"] = "en",
  }, '{"code":"' .. texts[sent] .. '","purpose":"' .. purpose .. '"}')
end

function response(status, headers, body)
  if body:match('^{"keys":') then return end
  local outcome = body:match('"code":"([a-z_]+)"') or body:match('"outcome":"([a-z_]+)"') or status
  outcomes[outcome] = (outcomes[outcome] or 0) + 1
  got = got + 1
  if got >= #texts then
    local summary = "answers:"
    for name, count in pairs(outcomes) do summary = summary .. " " .. name .. "=" .. count end
    print(summary)
    io.stdout:flush()
    -- wrk itself would wait for its full duration.
    os.exit(0)
  end
end
