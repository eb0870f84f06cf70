using System.Text;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;

namespace Merit.Host.Warehouse.Staging;

/// <summary>Makes UTF-8 of files that are in another encoding. A byte-order mark is believed before what merit.yaml says.</summary>
internal static class Transcoder
{
    private const int Window = 1 << 16;

    static Transcoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The file itself, or a copy in UTF-8 in which bytes that could not be understood are U+FFFD.</summary>
    /// <param name="Path">Where it is.</param>
    /// <param name="Encoding">What it was.</param>
    /// <param name="Damaged">Whether some bytes could not be understood.</param>
    public sealed record Utf8File(string Path, string Encoding, bool Damaged);

    public static Utf8File Utf8(string path, string encodingName, string tempDirectory, Place at)
    {
        var encoding = MarkOf(path) ?? Named(encodingName, at);
        if (encoding.CodePage == Encoding.UTF8.CodePage || encoding.CodePage == Encoding.ASCII.CodePage)
        {
            return new Utf8File(path, "utf-8", Damaged: false);
        }

        var copy = Path.Combine(tempDirectory, $"{Guid.NewGuid():N}.csv");
        var damaged = false;
        using var reader = new StreamReader(path, encoding, detectEncodingFromByteOrderMarks: true, Window);
        using var writer = new StreamWriter(copy, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Window);
        var characters = new char[Window];
        for (int read; (read = reader.Read(characters, 0, Window)) > 0;)
        {
            damaged |= characters.AsSpan(0, read).Contains('\uFFFD');
            writer.Write(characters, 0, read);
        }

        return new Utf8File(copy, encoding.WebName, damaged);
    }

    private static Encoding Named(string name, Place at)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException e)
        {
            throw new MeritException(LoadRules.UnknownEncoding.At(at, name), e);
        }
    }

    private static Encoding? MarkOf(string path)
    {
        Span<byte> first = stackalloc byte[3];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var read = file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        return first[..read] switch
        {
            [0xEF, 0xBB, 0xBF] => Encoding.UTF8,
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };
    }
}
