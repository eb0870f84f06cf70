using System.Security.Cryptography;
using System.Text;
using Merit.Host.Reports.Assets;

namespace Merit.Host.Dashboard.Assets;

/// <summary>A file that pages take from the site. Its address names its content, so a browser may keep it for good.</summary>
internal sealed class SiteAsset
{
    public static readonly SiteAsset ReportStyle = new("report.css", "text/css");
    public static readonly SiteAsset Style = new("dashboard.css", "text/css");
    public static readonly SiteAsset Charts = new("echarts.js", "text/javascript");
    public static readonly SiteAsset ReportScript = new("report.js", "text/javascript");
    public static readonly SiteAsset Script = new("dashboard.js", "text/javascript");

    private SiteAsset(string name, string type)
    {
        Text = Resource.Text($"assets/{name}");
        Type = $"{type}; charset=utf-8";
        Address = $"/assets/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..12]}/{name}";
    }

    public static IReadOnlyList<SiteAsset> All { get; } = [ReportStyle, Style, Charts, ReportScript, Script];

    public string Address { get; }

    public string Type { get; }

    public string Text { get; }
}
