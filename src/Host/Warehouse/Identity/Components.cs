using System.Globalization;
using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Warehouse.Identity;

/// <summary>
/// Joins contacts that share values into people, in the engine: there may be as many contacts as rows. Every round each group takes the smallest group it shares a value
/// with for its own, and chains of such steps are shortened to their end; so groups at least halve where any are left to join, however the values chain them together.
/// </summary>
/// <remarks>Contacts go by numbers, and a group by the smallest of its members'; the result depends neither on the order of rows nor on how many threads work.</remarks>
internal sealed class Components
{
    /// <summary>Each contact's number and its group's: <c>contact, root</c>.</summary>
    public const string Groups = "temp.identity_groups";

    /// <summary>Values that more groups share than they may: <c>key, value, people</c>.</summary>
    public const string Shared = "temp.identity_shared";

    private readonly Session _session;
    private readonly string _known;

    /// <param name="session">The warehouse.</param>
    /// <param name="contacts">A query of the contacts' numbers.</param>
    /// <param name="known">A table of the values that may join: <c>contact, key, value</c>.</param>
    public Components(Session session, string contacts, string known)
    {
        (_session, _known) = (session, known);
        session.Execute($"""
            CREATE OR REPLACE TEMP TABLE {Groups} AS SELECT contact, contact AS root FROM ({contacts}) AS c(contact);
            CREATE OR REPLACE TEMP TABLE {Shared} (key INTEGER, value VARCHAR, people BIGINT)
            """);
    }

    /// <summary>Joins the groups that share a value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="atMost">How many groups, as those are now, a value may join.</param>
    public void Join(int key, int atMost)
    {
        var (k, most) = (key.ToString(CultureInfo.InvariantCulture), atMost.ToString(CultureInfo.InvariantCulture));
        _session.Execute($"""
            CREATE OR REPLACE TEMP TABLE identity_pairs AS SELECT DISTINCT k.value, g.root FROM {_known} AS k JOIN {Groups} AS g ON g.contact = k.contact WHERE k.key = {k};
            CREATE OR REPLACE TEMP TABLE identity_counts AS SELECT value, count(*) AS people FROM temp.identity_pairs GROUP BY value HAVING count(*) > 1;
            INSERT INTO {Shared} SELECT {k}, value, people FROM temp.identity_counts WHERE people > {most};
            CREATE OR REPLACE TEMP TABLE identity_links AS SELECT value, root FROM temp.identity_pairs WHERE value IN (SELECT value FROM temp.identity_counts WHERE people <= {most});
            DROP TABLE temp.identity_pairs;
            DROP TABLE temp.identity_counts
            """);
        while (_session.Scalar<bool>("SELECT count(*) > 0 FROM temp.identity_links"))
        {
            Step();
        }

        _session.Execute("DROP TABLE temp.identity_links");
    }

    private void Step()
    {
        _session.Execute("""
            CREATE OR REPLACE TEMP TABLE identity_steps AS
            SELECT root, min(least) AS onto FROM temp.identity_links JOIN (SELECT value, min(root) AS least FROM temp.identity_links GROUP BY value) USING (value) GROUP BY root HAVING min(least) < root
            """);
        while (_session.Scalar<bool>("SELECT count(*) > 0 FROM temp.identity_steps AS s JOIN temp.identity_steps AS n ON n.root = s.onto"))
        {
            _session.Execute("CREATE OR REPLACE TEMP TABLE identity_steps AS SELECT s.root, coalesce(n.onto, s.onto) AS onto FROM temp.identity_steps AS s LEFT JOIN temp.identity_steps AS n ON n.root = s.onto");
        }

        _session.Execute($"""
            CREATE OR REPLACE TEMP TABLE {Groups} AS SELECT g.contact, coalesce(s.onto, g.root) AS root FROM {Groups} AS g LEFT JOIN temp.identity_steps AS s ON s.root = g.root;
            CREATE OR REPLACE TEMP TABLE identity_links AS
            WITH moved AS (SELECT DISTINCT l.value, coalesce(s.onto, l.root) AS root FROM temp.identity_links AS l LEFT JOIN temp.identity_steps AS s ON s.root = l.root)
            SELECT value, root FROM moved WHERE value IN (SELECT value FROM moved GROUP BY value HAVING count(*) > 1);
            DROP TABLE temp.identity_steps
            """);
    }
}
