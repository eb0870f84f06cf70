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
        _server.Fill(230);
    }

    protected override ReadRequest Request => _server.Request();

    protected override IReadOnlyList<string> Secrets => [VendorServer.Secret, "wr0ng/secret", "t0ken-"];

    public void Dispose()
    {
        _server.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override IConnector Make() => _server.Make();

    protected override (IConnector Connector, string Option)? MakeWrong() => (_server.Make(secret: "wr0ng/secret"), "secrets");

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
