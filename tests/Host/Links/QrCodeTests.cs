using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Merit.Diagnostics;
using Merit.Host.Links;

namespace Merit.Host.Tests.Links;

public sealed partial class QrCodeTests
{
    [Theory]
    [InlineData("https://a.example/")]
    [InlineData("https://www.example.com/offer?utm_source=poster&utm_medium=qr&utm_campaign=spring-2026")]
    [InlineData("https://www.example.com/products/overview/index.html?lang=en&utm_source=newsletter&utm_medium=email&utm_campaign=autumn-release-2026&utm_content=header-link#top")]
    [InlineData("https://www.example.com/?utm_campaign=%E6%98%A5%E5%AD%A3")]
    [InlineData("HTTPS://GO.EXAMPLE.COM/Q/EXPO")]
    public void A_code_reads_back_as_its_link_as_PNG_and_as_SVG(string link)
    {
        var code = QrCode.Of(link);
        var png = Squares(code.Png());
        Assert.Equal(link, QrReader.Read(png));
        Assert.Equal(png, Squares(code.Svg()));
    }

    [Fact]
    public void A_spoilt_code_does_not_read_as_its_link()
    {
        const string Link = "https://www.example.com/offer";
        var squares = Squares(QrCode.Of(Link).Png());
        var last = squares.GetLength(0) - 1;
        squares[last - 5, last] ^= true;

        Assert.NotEqual(Link, Record.Exception(() => QrReader.Read(squares)) is null ? QrReader.Read(squares) : "unreadable");
    }

    [Fact]
    public void A_link_that_fits_into_no_code_is_refused()
    {
        var refused = Assert.Throws<MeritException>(() => QrCode.Of("https://www.example.com/" + new string('x', 4000)));
        Assert.Equal("MRT1248", refused.Diagnostics[0].Code);
    }

    // The picture without its border of four squares, a value for each square.
    private static bool[,] Squares(byte[] png)
    {
        var (width, height, pixels) = (0, 0, new MemoryStream());
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var body = png.AsSpan(at + 8, length);
            switch (System.Text.Encoding.ASCII.GetString(png, at + 4, 4))
            {
                case "IHDR":
                    (width, height) = (BinaryPrimitives.ReadInt32BigEndian(body), BinaryPrimitives.ReadInt32BigEndian(body[4..]));
                    Assert.Equal([1, 0], [body[8], body[9]]); // One bit for each pixel, black and white.
                    break;
                case "IDAT":
                    pixels.Write(body);
                    break;
            }

            at += 12 + length;
        }

        pixels.Position = 0;
        using var inflated = new ZLibStream(pixels, CompressionMode.Decompress);
        using var lines = new MemoryStream();
        inflated.CopyTo(lines);
        var (bytes, stride) = (lines.ToArray(), 1 + ((width + 7) / 8));
        Assert.Equal((width, stride * height), (height, bytes.Length));
        var side = (width / 12) - 8;
        return Make(side, (row, column) =>
        {
            var (y, x) = (((row + 4) * 12) + 6, ((column + 4) * 12) + 6);
            Assert.Equal(0, bytes[y * stride]); // No filter.
            return ((bytes[(y * stride) + 1 + (x / 8)] >> (7 - (x % 8))) & 1) == 0;
        });
    }

    private static bool[,] Squares(string svg)
    {
        var root = XDocument.Parse(svg).Root ?? throw new InvalidDataException();
        var size = int.Parse((root.Attribute("viewBox")?.Value ?? "").Split(' ')[2], CultureInfo.InvariantCulture);
        var runs = root.Descendants().Where(e => e.Name.LocalName == "path").SelectMany(e => Run().Matches(e.Attribute("d")?.Value ?? "")).Select(m => (X: Number(m, "x"), Y: Number(m, "y"), Width: Number(m, "width"))).ToList();
        Assert.Equal(root.Descendants().Where(e => e.Name.LocalName == "path").Sum(e => (e.Attribute("d")?.Value ?? "").Count(c => c == 'M')), runs.Count);
        return Make(size - 8, (row, column) => runs.Any(r => r.Y == row + 4 && column + 4 >= r.X && column + 4 < r.X + r.Width));
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(?<x>\d+) (?<y>\d+)h(?<width>\d+)v1h-\d+z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Run();

    private static bool[,] Make(int side, Func<int, int, bool> dark)
    {
        var squares = new bool[side, side];
        for (var row = 0; row < side; row++)
        {
            for (var column = 0; column < side; column++)
            {
                squares[row, column] = dark(row, column);
            }
        }

        return squares;
    }
}
