using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Merit.Host.Workers.Protocol;

/// <summary>How messages travel between the process that serves and its workers: JSON, each message after its length.</summary>
internal static class Wire
{
    private const int MostBytes = 256 << 20;

    public static JsonSerializerOptions Json { get; } = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(), new CellConverter() },
    };

    public static async Task WriteAsync<T>(Stream stream, T message, CancellationToken stop = default)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message, Json);
        var whole = new byte[sizeof(int) + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(whole, body.Length);
        body.CopyTo(whole, sizeof(int));
        await stream.WriteAsync(whole, stop);
        await stream.FlushAsync(stop);
    }

    /// <summary>The next message; null where the other side is no more.</summary>
    public static async Task<T?> ReadAsync<T>(Stream stream, CancellationToken stop = default)
        where T : class
    {
        try
        {
            var head = new byte[sizeof(int)];
            await stream.ReadExactlyAsync(head, stop);
            var length = BinaryPrimitives.ReadInt32BigEndian(head);
            if (length is < 0 or > MostBytes)
            {
                return null;
            }

            var body = new byte[length];
            await stream.ReadExactlyAsync(body, stop);
            return JsonSerializer.Deserialize<T>(body, Json);
        }
        catch (Exception gone) when (gone is IOException or JsonException or ObjectDisposedException)
        {
            return null;
        }
    }
}
