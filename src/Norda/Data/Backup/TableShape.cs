using System.Reflection;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Norda.Data.Search;

namespace Norda.Data.Backup;

/// <summary>A table as a backup knows it: columns in the words of the model, which are the same for both databases.</summary>
internal sealed class TableShape
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() } };

    private readonly List<Cell> cells;

    private TableShape(IEntityType type)
    {
        Type = type;
        // Columns without a property belong to the search index, which is built anew.
        cells = [.. type.GetProperties().Where(p => !p.IsShadowProperty()).Select(p => new Cell(p.GetColumnName(), p.ClrType, null, p.PropertyInfo!)),
            .. type.GetComplexProperties().SelectMany(c => c.ComplexType.GetProperties().Select(p => new Cell(p.GetColumnName(), p.ClrType, c.PropertyInfo!, p.PropertyInfo!))),
            .. Owned(type).Select(n => new Cell(n.Name, n.ClrType, null, n.PropertyInfo!))];
    }

    public IEntityType Type { get; }
    public string Name => Type.GetTableName()!;

    /// <summary>A part of the row kept as JSON: EF alone knows how to write it.</summary>
    public bool HasOwnedParts => Owned(Type).Any();

    public IReadOnlyList<string> Columns => cells.ConvertAll(c => c.Name);

    public static TableShape Of(AppDb db, Type type) => new(db.Model.FindEntityType(type)!);

    /// <summary>Every table, those first that others point to. The vocabulary of the search is built anew.</summary>
    public static IReadOnlyList<TableShape> All(AppDb db)
    {
        var waiting = db.Model.GetEntityTypes().Where(t => !t.IsOwned() && t.ClrType.Namespace != typeof(SearchWord).Namespace).OrderBy(t => t.GetTableName(), StringComparer.Ordinal).ToList();
        var ordered = new List<TableShape>();
        while (waiting.Count > 0)
        {
            var next = waiting.Find(t => t.GetForeignKeys().All(k => k.PrincipalEntityType == t || !waiting.Contains(k.PrincipalEntityType)))
                ?? throw new InvalidOperationException("Foreign keys make a circle: " + string.Join(", ", waiting.Select(t => t.GetTableName())));
            waiting.Remove(next);
            ordered.Add(new TableShape(next));
        }

        return ordered;
    }

    public byte[] Write(object row) => JsonSerializer.SerializeToUtf8Bytes(cells.ConvertAll(c => c.Read(row)), Json);

    public object? Value(object row, int column) => cells[column].Read(row);

    /// <param name="columns">As the backup names them; one that the model no longer has is left out.</param>
    public object Read(ReadOnlySpan<byte> line, IReadOnlyList<string> columns)
    {
        var row = Activator.CreateInstance(Type.ClrType, nonPublic: true)!;
        var reader = new Utf8JsonReader(line);
        reader.Read();
        foreach (var column in columns)
        {
            reader.Read();
            using var value = JsonDocument.ParseValue(ref reader);
            if (cells.Find(c => c.Name == column) is { } cell)
                cell.Write(row, value.RootElement.Deserialize(cell.Type, Json));
        }

        return row;
    }

    /// <summary>Puts every value of the row as it once was into the tracked one.</summary>
    public void PutBack(object row, object former)
    {
        foreach (var cell in cells.Where(c => c.Property.CanWrite))
            cell.Write(row, cell.Read(former));
    }

    public static byte[] HashOf(ReadOnlySpan<byte> line) => SHA256.HashData(line);

    private static IEnumerable<INavigation> Owned(IEntityType type) => type.GetNavigations().Where(n => n.TargetEntityType.IsOwned());

    private sealed record Cell(string Name, Type Type, PropertyInfo? Part, PropertyInfo Property)
    {
        private const long TicksPerMicrosecond = 10;

        public object? Read(object row) => Property.GetValue(Part is null ? row : Part.GetValue(row)) switch
        {
            // PostgreSQL keeps microseconds: what is compared must not have more.
            DateTime time => DateTime.SpecifyKind(time.AddTicks(-(time.Ticks % TicksPerMicrosecond)), DateTimeKind.Utc),
            DateTimeOffset time => time.AddTicks(-(time.Ticks % TicksPerMicrosecond)),
            var value => value,
        };

        public void Write(object row, object? value) => Property.SetValue(Part is null ? row : Part.GetValue(row), value);
    }
}
