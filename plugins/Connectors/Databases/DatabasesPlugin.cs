using Merit.Connectors.Databases;
using Merit.Connectors.Databases.AdoNet;
using Merit.Connectors.Databases.DuckDb;
using Merit.Connectors.Databases.PostgreSql;
using Merit.Connectors.Databases.Reading;
using Merit.Connectors.Databases.Sqlite;
using Merit.Plugins;

[assembly: MeritPlugin(typeof(DatabasesPlugin), contract: 1)]

namespace Merit.Connectors.Databases;

/// <summary>The connectors <c>postgresql</c>, <c>sqlite</c>, <c>duckdb</c> and, for any other database, <c>adonet</c>.</summary>
internal sealed class DatabasesPlugin : IPlugin
{
    public void Register(IRegistry add)
    {
        add.Connector<PostgreSqlOptions>("postgresql", options => new DatabaseConnector(new PostgreSqlDatabase(options), Checked(options)));
        add.Connector<SqliteOptions>("sqlite", options => new DatabaseConnector(new SqliteDatabase(options), Checked(options)));
        add.Connector<DuckDbOptions>("duckdb", options => new DuckDbConnector(Checked(options)));
        add.Connector<AdoNetOptions>("adonet", options => new DatabaseConnector(new AdoNetDatabase(options), Checked(options)));
    }

    private static T Checked<T>(T options)
        where T : TableOptions
    {
        if (options.Table is null == options.Query is null)
        {
            throw new ArgumentException(options.Table is null ? "Give 'table' or 'query'." : "Give 'table' or 'query', not both.", nameof(options));
        }

        return options;
    }
}
