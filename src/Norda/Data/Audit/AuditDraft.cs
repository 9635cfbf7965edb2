using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Norda.Data.Audit;

/// <summary>A row about to change, as it was. Its key and its new values are read once it is saved, when the database has given the numbers.</summary>
internal sealed class AuditDraft
{
    public const string Hidden = "•••";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }; // read by people; pages encode it once more

    private readonly EntityEntry _entry;
    private readonly IReadOnlyList<IProperty> _columns;
    private readonly (string Key, int? Company) _before;

    private AuditDraft(EntityEntry entry, AuditAction action, IReadOnlyList<IProperty> columns)
    {
        (_entry, Action, _columns) = (entry, action, columns);
        Before = action == AuditAction.Added ? null : Write(p => Property(p).OriginalValue);
        _before = (Key(entry), Company(entry));
    }

    public AuditAction Action { get; }
    public string? Before { get; }
    public string? After => Action == AuditAction.Removed ? null : Write(p => Property(p).CurrentValue);
    public string TableName => _entry.Metadata.GetTableName()!;
    public string RowKey => Action == AuditAction.Added ? Key(_entry) : _before.Key;
    public int? CompanyId => Action == AuditAction.Added ? Company(_entry) : _before.Company;

    public static List<AuditDraft> Of(ChangeTracker tracker)
    {
        var drafts = new List<AuditDraft>();
        foreach (var entry in tracker.Entries().Where(e => e.Metadata.IsAudited()))
        {
            AuditAction? action = entry.State switch
            {
                EntityState.Added => AuditAction.Added,
                EntityState.Modified => AuditAction.Changed,
                EntityState.Deleted => AuditAction.Removed,
                _ => null,
            };
            if (action is null)
                continue;
            var columns = Columns(entry.Metadata).Where(p => action != AuditAction.Changed || Property(entry, p) is { IsModified: true } changed && !Same(changed)).ToList();
            if (columns.Count > 0)
                drafts.Add(new AuditDraft(entry, action.Value, columns));
        }

        return drafts;
    }

    internal static IEnumerable<IProperty> Columns(IEntityType entity) =>
        entity.GetProperties().Concat(entity.GetComplexProperties().SelectMany(c => c.ComplexType.GetProperties())).Where(p => p.IsAudited());

    private PropertyEntry Property(IProperty property) => Property(_entry, property);

    internal static PropertyEntry Property(EntityEntry entry, IProperty property) => property.DeclaringType is IComplexType part
        ? entry.ComplexProperty(part.ComplexProperty.Name).Property(property.Name)
        : entry.Property(property.Name);

    private static bool Same(PropertyEntry property) => property.Metadata.GetValueComparer().Equals(property.OriginalValue, property.CurrentValue);

    /// <summary>The row of a firm belongs to itself, others say whose they are.</summary>
    private static int? Company(EntityEntry entry) => entry.Metadata.FindProperty("CompanyId") is { } company ? entry.Property(company.Name).CurrentValue as int?
        : entry.Metadata.GetTableName() == "companies" ? (int?)entry.Property("Id").CurrentValue : null;

    private static string Key(EntityEntry entry) =>
        string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(p => Convert.ToString(entry.Property(p.Name).CurrentValue, CultureInfo.InvariantCulture)));

    private string Write(Func<IProperty, object?> value) => JsonSerializer.Serialize(_columns.ToDictionary(
        p => p.GetColumnName(), p => value(p) is { } known ? p.IsConcealed() ? Hidden : Plain(known) : null, StringComparer.Ordinal), Json);

    private static object Plain(object value) => value switch
    {
        Enum label => label.ToString(),
        byte[] bytes => Convert.ToHexString(bytes),
        _ => value,
    };
}
