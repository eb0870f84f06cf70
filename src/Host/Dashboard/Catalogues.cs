using System.Runtime.CompilerServices;
using Merit.Host.Workers.Protocol;

namespace Merit.Host.Dashboard;

/// <summary>All that can be asked for, asked once for every state of the workspace.</summary>
internal static class Catalogues
{
    private static readonly ConditionalWeakTable<object, Catalogue> Known = [];

    public static async Task<Catalogue> OfAsync(View view)
    {
        if (Known.TryGetValue(view.State, out var known))
        {
            return known;
        }

        var state = view.State;
        var catalogue = await view.AskAsync(new CatalogueQuestion());
        Known.AddOrUpdate(state, catalogue);
        return catalogue;
    }
}
