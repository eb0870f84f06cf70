using Merit.Host.Workers.Protocol;

namespace Merit.Host.Dashboard;

/// <summary>All that can be asked for.</summary>
internal static class Catalogues
{
    public static Task<Catalogue> OfAsync(View view) => view.AskAsync(new CatalogueQuestion());
}
