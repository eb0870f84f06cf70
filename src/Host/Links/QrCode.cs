using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using QRCoder;
using QRCoder.Exceptions;

namespace Merit.Host.Links;

/// <summary>A link as a QR code, with the blank border scanners need. A quarter of it may be dirty and it is still read.</summary>
internal sealed class QrCode
{
    // Pixels of the smallest square: large enough for print at ten centimetres, in a few kilobytes.
    private const int Pixels = 12;

    private readonly string _link;

    private QrCode(string link) => _link = link;

    /// <summary>The code of a link; MRT1248 where it does not fit.</summary>
    public static QrCode Of(string link)
    {
        try
        {
            using var fits = Squares(link);
            return new QrCode(link);
        }
        catch (DataTooLongException e)
        {
            throw new MeritException(LinkRules.TooLongForCode.Here(link.Length), e);
        }
    }

    public byte[] Png()
    {
        using var code = new PngByteQRCode(Squares(_link));
        return code.GetGraphic(Pixels, drawQuietZones: true);
    }

    public string Svg()
    {
        using var code = new SvgQRCode(Squares(_link));
        return code.GetGraphic(Pixels, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }

    // Whoever draws them ends them.
    private static QRCodeData Squares(string link) => QRCodeGenerator.GenerateQrCode(link, QRCodeGenerator.ECCLevel.Q);
}
