-- Sends each line of BENCH_TEXTS once, in the way of BENCH_KIND, counts what the answers say, and ends wrk with the last
-- of them. One thread only: the lines keep their order.
local texts, tokens, sent, got, outcomes = {}, {}, 0, 0, {}
local purpose, run = os.getenv("BENCH_PURPOSE"), os.getenv("BENCH_RUN")
local tried = false

-- For each way: the request for a line, what an answer says, and a request that costs little, for connections that are
-- free while the last answers come in. Those are not counted.
local ways = {
  verify = {
    idle = "/.well-known/jwks.json",
    is_idle = function(status, body) return body:match('^{"keys":') end,
    request = function(line, number)
      return wrk.format("POST", "/v1/verifications", {
        ["Authorization"] = "Bearer " .. tokens[(number - 1) % #tokens + 1],
        ["Idempotency-Key"] = run .. "-" .. number,
        ["Content-Type"] = "application/json",
        ["Accept-Language"] = "en",
      }, '{"code":"' .. line .. '","purpose":"' .. purpose .. '"}')
    end,
    outcome = function(status, body)
      return body:match('"code":"([a-z_]+)"') or body:match('"outcome":"([a-z_]+)"') or status
    end,
  },
  bearer = {
    idle = "/idle",
    is_idle = function(status, body) return status == 204 end,
    request = function(line) return wrk.format("GET", "/", { ["Authorization"] = "Bearer " .. line }) end,
    outcome = function(status, body) return status == 200 and "accepted" or status end,
  },
  introspect = {
    idle = os.getenv("BENCH_IDLE"),
    is_idle = function(status, body) return body:match('^{"realm":') end,
    request = function(line)
      return wrk.format("POST", os.getenv("BENCH_PATH"), {
        ["Authorization"] = "Basic " .. os.getenv("BENCH_BASIC"),
        ["Content-Type"] = "application/x-www-form-urlencoded",
      }, "token=" .. line)
    end,
    outcome = function(status, body) return body:match('"active":true') and "active" or status end,
  },
}
local way = ways[os.getenv("BENCH_KIND")]

local function lines_of(name, into)
  local file = os.getenv(name)
  if file then
    for line in io.lines(file) do into[#into + 1] = line end
  end
end

local function finish()
  local summary = "answers:"
  for name, count in pairs(outcomes) do summary = summary .. " " .. name .. "=" .. count end
  print(summary)
  io.stdout:flush()
  -- wrk itself would wait for its full duration.
  os.exit(0)
end

function init(args)
  lines_of("BENCH_TEXTS", texts)
  lines_of("BENCH_TOKENS", tokens)
end

function request()
  -- wrk asks once to see whether this works, and throws that request away.
  if not tried then
    tried = true
    return wrk.format("GET", way.idle)
  end
  sent = sent + 1
  return sent > #texts and wrk.format("GET", way.idle) or way.request(texts[sent], sent)
end

function response(status, headers, body)
  if way.is_idle(status, body) then return end
  local outcome = way.outcome(status, body)
  outcomes[outcome] = (outcomes[outcome] or 0) + 1
  got = got + 1
  if got >= #texts then finish() end
end
