using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Warehouse;

/// <summary>The warehouse's own records, beside the data: what was loaded, what was not, what was noticed, what tests found, which models ran.</summary>
internal static class WarehouseTables
{
    /// <summary>Makes them, empty.</summary>
    public static void Create(Session session) => session.Execute("""
        CREATE SCHEMA IF NOT EXISTS merit;
        CREATE OR REPLACE TABLE merit.loads (
            source VARCHAR, table_name VARCHAR, connector VARCHAR, started_at TIMESTAMP, finished_at TIMESTAMP,
            rows_read BIGINT, rows_loaded BIGINT, rows_rejected BIGINT, rows_filtered BIGINT,
            columns VARCHAR[], key_columns VARCHAR[], covered_from DATE, covered_to DATE);
        CREATE OR REPLACE TABLE merit.rejects (
            source VARCHAR, table_name VARCHAR, file VARCHAR, row_number BIGINT, column_name VARCHAR, reason VARCHAR, raw VARCHAR);
        CREATE OR REPLACE TABLE merit.notes (code VARCHAR, message VARCHAR, message_zh VARCHAR, count BIGINT, examples VARCHAR[]);
        CREATE OR REPLACE TABLE merit.model_tables (
            name VARCHAR, script VARCHAR, content VARCHAR, loaded BOOLEAN, key_columns VARCHAR[], row_count BIGINT, made_at TIMESTAMP);
        CREATE OR REPLACE TABLE merit.data_tests (
            name VARCHAR, label VARCHAR, label_zh VARCHAR, outcome VARCHAR, failing BIGINT, detail VARCHAR, detail_zh VARCHAR,
            is_warning BOOLEAN, blocks_delivery BOOLEAN, file VARCHAR, line BIGINT);
        CREATE TABLE IF NOT EXISTS merit.models (name VARCHAR, plugin VARCHAR, options VARCHAR, lookback_days DOUBLE, journeys VARCHAR, conserved BOOLEAN);
        CREATE TABLE IF NOT EXISTS merit.kinds (name VARCHAR, table_name VARCHAR);
        """);
}
