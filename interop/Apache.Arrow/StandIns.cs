namespace Apache.Arrow
{
    /// <summary>The columns of a record batch. A stand-in: it carries nothing.</summary>
    public sealed class Schema
    {
        private Schema()
        {
        }
    }

    /// <summary>A batch of rows in Arrow form. A stand-in: it carries nothing.</summary>
    public sealed class RecordBatch
    {
        private RecordBatch()
        {
        }
    }

    /// <summary>What every call into this assembly ends in.</summary>
    internal static class StandIn
    {
        public static NotSupportedException Refusal() => new(
            "Reading a result as Arrow needs the real Apache.Arrow package; this build has a stand-in without it. "
            + "Read the rows with DuckDBDataReader instead.");
    }
}

namespace Apache.Arrow.Ipc
{
    /// <summary>Reads record batches one after another.</summary>
    public interface IArrowReader
    {
        ValueTask<RecordBatch> ReadNextRecordBatchAsync(CancellationToken cancellationToken = default);
    }

    /// <summary>A stream of record batches with one schema.</summary>
    public interface IArrowArrayStream : IArrowReader, IDisposable
    {
        Schema Schema { get; }
    }
}

namespace Apache.Arrow.C
{
    /// <summary>The C data interface's array. A stand-in: it cannot be created.</summary>
    public struct CArrowArray
    {
        public static unsafe CArrowArray* Create() => throw StandIn.Refusal();

        public static unsafe void Free(CArrowArray* array) => throw StandIn.Refusal();
    }

    /// <summary>The C data interface's schema. A stand-in: it cannot be created.</summary>
    public struct CArrowSchema
    {
        public static unsafe CArrowSchema* Create() => throw StandIn.Refusal();

        public static unsafe void Free(CArrowSchema* schema) => throw StandIn.Refusal();
    }

    /// <summary>Imports record batches. A stand-in: it refuses.</summary>
    public static class CArrowArrayImporter
    {
        public static unsafe RecordBatch ImportRecordBatch(CArrowArray* array, Schema schema) => throw StandIn.Refusal();
    }

    /// <summary>Imports schemas. A stand-in: it refuses.</summary>
    public static class CArrowSchemaImporter
    {
        public static unsafe Schema ImportSchema(CArrowSchema* schema) => throw StandIn.Refusal();
    }
}
