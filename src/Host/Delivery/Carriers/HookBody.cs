using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Merit.Host.Delivery.Carriers;

/// <summary>What each chat expects of a message to a group, after its own documentation, and how it is signed.</summary>
internal static class HookBody
{
    // WeCom takes 4,096 bytes of Markdown; the others more.
    private const int MostBytes = 4000;

    /// <summary>The kinds there are.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["slack", "feishu", "dingtalk", "wecom", "teams", "json"];

    /// <summary>The kinds that know signatures.</summary>
    public static IReadOnlyList<string> Signed { get; } = ["feishu", "dingtalk"];

    public static JsonObject Of(string kind, Parcel parcel) => kind switch
    {
        "slack" => Slack(parcel),
        "feishu" => Feishu(parcel),
        "dingtalk" => new() { ["msgtype"] = "markdown", ["markdown"] = new JsonObject { ["title"] = parcel.Subject, ["text"] = Cut($"### {Plain(parcel.Subject)}\n\n{Lines(parcel, "\n\n", Bold)}") } },
        "wecom" => new() { ["msgtype"] = "markdown", ["markdown"] = new JsonObject { ["content"] = Cut($"## {Plain(parcel.Subject)}\n{Lines(parcel, "\n", Bold)}") } },
        "teams" => Teams(parcel),
        _ => Json(parcel),
    };

    /// <summary>Signs a body for Feishu: HMAC-SHA256 of nothing, with the time and the secret for a key.</summary>
    public static void Sign(JsonObject body, string secret, DateTimeOffset now)
    {
        var time = $"{now.ToUnixTimeSeconds()}";
        body["timestamp"] = time;
        body["sign"] = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes($"{time}\n{secret}"), Array.Empty<byte>()));
    }

    /// <summary>Signs an address for DingTalk: HMAC-SHA256 of the time and the secret, with the secret for a key.</summary>
    public static Uri Sign(Uri address, string secret, DateTimeOffset now)
    {
        var time = $"{now.ToUnixTimeMilliseconds()}";
        var sign = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}\n{secret}")));
        var builder = new UriBuilder(address);
        builder.Query = $"{builder.Query.TrimStart('?')}{(builder.Query.Length > 1 ? "&" : "")}timestamp={time}&sign={Uri.EscapeDataString(sign)}";
        return builder.Uri;
    }

    private static JsonObject Slack(Parcel parcel) => new()
    {
        ["text"] = Entities(parcel.Subject),
        ["blocks"] = new JsonArray(
            new JsonObject { ["type"] = "header", ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = Short(parcel.Subject, 150) } },
            new JsonObject
            {
                ["type"] = "section",
                ["text"] = new JsonObject { ["type"] = "mrkdwn", ["text"] = Short(Lines(parcel, "\n", line => line.Label.Length == 0 ? Entities(line.Text) : $"*{Entities(line.Label)}*: {Entities(line.Text)}"), 2900) },
            }),
    };

    private static JsonObject Feishu(Parcel parcel) => new()
    {
        ["msg_type"] = "interactive",
        ["card"] = new JsonObject
        {
            ["header"] = new JsonObject { ["title"] = new JsonObject { ["tag"] = "plain_text", ["content"] = parcel.Subject } },
            ["elements"] = new JsonArray(new JsonObject { ["tag"] = "markdown", ["content"] = Lines(parcel, "\n", Bold) }),
        },
    };

    private static JsonObject Teams(Parcel parcel)
    {
        var body = new JsonArray(new JsonObject { ["type"] = "TextBlock", ["size"] = "Large", ["weight"] = "Bolder", ["wrap"] = true, ["text"] = Plain(parcel.Subject) });
        foreach (var line in All(parcel))
        {
            body.Add(new JsonObject { ["type"] = "TextBlock", ["wrap"] = true, ["text"] = Bold(line) });
        }

        return new JsonObject
        {
            ["type"] = "message",
            ["attachments"] = new JsonArray(new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.card.adaptive",
                ["contentUrl"] = null,
                ["content"] = new JsonObject { ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json", ["type"] = "AdaptiveCard", ["version"] = "1.4", ["body"] = body },
            }),
        };
    }

    private static JsonObject Json(Parcel parcel)
    {
        var body = Whole(parcel);
        if (parcel.Alert is { } told)
        {
            body["alert"] = new JsonObject
            {
                ["name"] = told.Alert.Name,
                ["events"] = new JsonArray([.. told.Events.Select(e => (JsonNode)new JsonObject
                {
                    ["what"] = $"{e.What}".ToLowerInvariant(),
                    ["group"] = new JsonObject(told.Alert.By.Zip(e.Group, (by, value) => KeyValuePair.Create(by, (JsonNode?)value))),
                    ["since"] = e.Since?.ToString("O"),
                    ["figures"] = new JsonArray([.. told.Alert.When.Zip(e.Figures, (c, f) => (JsonNode)new JsonObject { ["condition"] = c.Written, ["metric"] = c.Metric, ["value"] = f.Value, ["limit"] = f.Limit })]),
                })]),
            };
        }

        return body;
    }

    private static JsonObject Whole(Parcel parcel) => new()
    {
        ["key"] = parcel.Key,
        ["schedule"] = parcel.Schedule,
        ["occasion"] = parcel.Occasion.ToString("O"),
        ["workspace"] = parcel.Workspace,
        ["subject"] = parcel.Subject,
        ["words"] = new JsonArray([.. parcel.Words.Select(w => (JsonNode)w)]),
        ["reports"] = new JsonArray([.. parcel.Reports.Select(r => (JsonNode)new JsonObject
        {
            ["name"] = r.Name, ["title"] = r.Title, ["facts"] = new JsonArray([.. r.Facts.Select(f => (JsonNode)f)]), ["markdown"] = r.Markdown,
        })]),
    };

    // What the parcel says in short: words about it, then each report's title, days and findings.
    private static IEnumerable<DigestLine> All(Parcel parcel) =>
    [
        .. parcel.Words.Select(w => new DigestLine("", w)),
        .. parcel.Reports.SelectMany(r => r.Findings.Prepend(new DigestLine(r.Title, string.Join(" · ", r.Facts)))),
    ];

    private static string Lines(Parcel parcel, string between, Func<DigestLine, string> one) => string.Join(between, All(parcel).Select(one));

    private static string Bold(DigestLine line) => line.Label.Length == 0 ? Plain(line.Text) : $"**{Plain(line.Label)}**: {Plain(line.Text)}";

    // Data are words, never commands to the chat: no links, no mentions, no markup.
    private static string Plain(string text) => string.Concat(text.Select(c => c switch { '<' => '‹', '>' => '›', '[' => '⟦', ']' => '⟧', '*' => '∗', '_' => '\uFF3F', '`' => 'ʹ', '#' => '＃', _ => c }));

    private static string Entities(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace('*', '∗').Replace('`', 'ʹ');

    private static string Short(string text, int most) => text.Length <= most ? text : text[..(most - 1)].TrimEnd() + "…";

    private static string Cut(string text)
    {
        while (Encoding.UTF8.GetByteCount(text) > MostBytes)
        {
            text = Short(text, text.Length - Math.Max(1, (Encoding.UTF8.GetByteCount(text) - MostBytes) / 3));
        }

        return text;
    }
}
