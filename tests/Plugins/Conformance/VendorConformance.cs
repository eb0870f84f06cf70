using Merit.Plugins.Connectors;
using Merit.Plugins.Testing;
using Merit.Plugins.Tests.Connectors.Http.Vendors;

namespace Merit.Plugins.Tests.Conformance;

/// <summary>A vendor Merit describes, as any connector.</summary>
public abstract class VendorConformance : ConnectorConformance, IDisposable
{
    private readonly VendorServer _server;

    private protected VendorConformance(VendorServer server)
    {
        _server = server;
        _server.Fill(225);
    }

    protected override ReadRequest Request => _server.Request();

    protected override IReadOnlyList<string> Secrets => [VendorServer.Secret, "wr0ng/secret", "t0ken-"];

    protected override string? FutureState => _server.Future;

    public void Dispose()
    {
        _server.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override IConnector Make() => _server.Make();

    protected override (IConnector Connector, string Option)? MakeWrong() => !_server.TellsWrongSecret ? null : (_server.Make(secret: "wr0ng/secret"), "secrets");

    protected override Task<bool> RestateAsync()
    {
        _server.Change();
        return Task.FromResult(true);
    }

    protected override Task<bool> ChangeAsync()
    {
        _server.Change();
        _server.Fill(1);
        if (_server is CrmServer { TellsDeleted: true } crm)
        {
            crm.Delete();
        }

        return Task.FromResult(true);
    }
}

public sealed class ZohoConformance() : VendorConformance(new ZohoServer());

public sealed class FxiaokeConformance() : VendorConformance(new FxiaokeServer());

public sealed class HubSpotConformance() : VendorConformance(new HubSpotServer());

public sealed class SalesforceConformance() : VendorConformance(new SalesforceServer());

public sealed class GoogleAdsConformance() : VendorConformance(new GoogleAdsServer());

public sealed class MetaConformance() : VendorConformance(new MetaServer());

public sealed class LinkedInConformance() : VendorConformance(new LinkedInServer());

public sealed class BaiduConformance() : VendorConformance(new BaiduServer());

public sealed class TencentAdsConformance() : VendorConformance(new TencentAdsServer());

public sealed class OceanEngineConformance() : VendorConformance(new OceanEngineServer());
