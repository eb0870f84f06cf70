namespace Merit.Plugins.Tests.Connectors.Http.Vendors;

/// <summary>The vendors there are servers for.</summary>
internal static class Vendors
{
    private static readonly Dictionary<string, Func<VendorServer>> Servers = new(StringComparer.Ordinal)
    {
        ["zoho"] = () => new ZohoServer(),
        ["fxiaoke"] = () => new FxiaokeServer(),
        ["hubspot"] = () => new HubSpotServer(),
        ["salesforce"] = () => new SalesforceServer(),
        ["google-ads"] = () => new GoogleAdsServer(),
        ["meta"] = () => new MetaServer(),
        ["linkedin"] = () => new LinkedInServer(),
        ["baidu"] = () => new BaiduServer(),
        ["tencent-ads"] = () => new TencentAdsServer(),
        ["ocean-engine"] = () => new OceanEngineServer(),
    };

    public static IReadOnlyList<string> Names => [.. Servers.Keys];

    public static VendorServer Serve(string vendor) => Servers[vendor]();
}
