using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Merit.Host.Reports.Printing;

/// <summary>Tells a browser what to do, by the Chrome DevTools Protocol (https://chromedevtools.github.io/devtools-protocol/).</summary>
internal sealed class DevTools : IAsyncDisposable
{
    private const int Width = 1280;

    // What is left of A4 between the margins of report.css: charts are drawn as wide as they will be printed.
    private const int PaperWidth = 688;
    private const int Height = 900;

    // Pictures of what is taller come out empty or not at all.
    private const double Tallest = 16_000;

    private readonly ClientWebSocket _socket;
    private int _number;

    private DevTools(ClientWebSocket socket) => _socket = socket;

    public static async Task<DevTools> ConnectAsync(Uri address, CancellationToken stop)
    {
        var socket = new ClientWebSocket();
        try
        {
            await socket.ConnectAsync(address, stop);
            return new DevTools(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>A page as sheets of A4, or as one picture of all of it.</summary>
    public async Task<byte[]> PrintAsync(Uri page, bool asPicture, CancellationToken stop)
    {
        var target = (await CallAsync(null, "Target.createTarget", new JsonObject { ["url"] = "about:blank" }, stop))["targetId"]?.GetValue<string>();
        var session = (await CallAsync(null, "Target.attachToTarget", new JsonObject { ["targetId"] = target, ["flatten"] = true }, stop))["sessionId"]?.GetValue<string>() ?? "";
        await CallAsync(session, "Page.enable", [], stop);
        await CallAsync(session, "Emulation.setEmulatedMedia", new JsonObject { ["media"] = asPicture ? "screen" : "print", ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = "light" }) }, stop);
        await CallAsync(session, "Emulation.setDeviceMetricsOverride", new JsonObject { ["width"] = asPicture ? Width : PaperWidth, ["height"] = Height, ["deviceScaleFactor"] = 1, ["mobile"] = false }, stop);
        await CallAsync(session, "Page.navigate", new JsonObject { ["url"] = page.AbsoluteUri }, stop, untilEvent: "Page.loadEventFired");
        var result = asPicture ? await PictureAsync(session, stop) : await CallAsync(session, "Page.printToPDF", new JsonObject
        {
            ["printBackground"] = true, ["preferCSSPageSize"] = true, ["generateTaggedPDF"] = true, ["generateDocumentOutline"] = true,
        }, stop);
        await CallAsync(null, "Target.closeTarget", new JsonObject { ["targetId"] = target }, stop);
        return Convert.FromBase64String(result["data"]?.GetValue<string>() ?? throw new InvalidDataException("it printed nothing"));
    }

    private async Task<JsonObject> PictureAsync(string session, CancellationToken stop)
    {
        var size = (await CallAsync(session, "Page.getLayoutMetrics", [], stop))["cssContentSize"];
        var height = Math.Min(Tallest, size?["height"]?.GetValue<double>() ?? Height);
        return await CallAsync(session, "Page.captureScreenshot", new JsonObject
        {
            ["format"] = "png", ["captureBeyondViewport"] = true,
            ["clip"] = new JsonObject { ["x"] = 0, ["y"] = 0, ["width"] = Width, ["height"] = height, ["scale"] = 1 },
        }, stop);
    }

    /// <summary>Gives a command and waits for its answer, and for an event where one is named.</summary>
    private async Task<JsonObject> CallAsync(string? session, string method, JsonObject parameters, CancellationToken stop, string? untilEvent = null)
    {
        var number = ++_number;
        var command = new JsonObject { ["id"] = number, ["method"] = method, ["params"] = parameters };
        if (session is not null)
        {
            command["sessionId"] = session;
        }

        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(command), WebSocketMessageType.Text, endOfMessage: true, stop);
        JsonObject? result = null;
        var happened = untilEvent is null;
        while (result is null || !happened)
        {
            var message = await ReceiveAsync(stop);
            happened |= untilEvent is not null && message["method"]?.GetValue<string>() == untilEvent && message["sessionId"]?.GetValue<string>() == session;
            if (message["id"]?.GetValue<int>() == number)
            {
                result = message["result"] as JsonObject ?? throw new InvalidDataException($"{method}: {message["error"]?["message"]}");
            }
        }

        return result["errorText"] is { } error ? throw new InvalidDataException($"{method}: {error}") : result;
    }

    private async Task<JsonObject> ReceiveAsync(CancellationToken stop)
    {
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer.AsMemory(), stop);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                throw new InvalidDataException("it ended before it was done");
            }

            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(message.ToArray()) as JsonObject ?? throw new InvalidDataException("it answered nonsense");
    }

    public ValueTask DisposeAsync()
    {
        // It is ended right after: taking leave could only take time.
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
