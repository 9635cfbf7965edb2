using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Norda.Data.Privacy;

/// <summary>What becomes of a person's row when the person is erased.</summary>
public enum WhenErased
{
    /// <summary>The row goes.</summary>
    Delete,

    /// <summary>The row stays for the books or for others; its columns named in Erases are emptied.</summary>
    Keep,
}

/// <summary>
/// Whose data a table holds, said beside its map in one line: <c>topics.IsPersonal("Wątki na forum", t => t.UserId, WhenErased.Keep).Keeps(t => new { t.Title, t.Text });</c>.
/// A test walks the model and fails for a column that nobody classified; export and erasure read the same words.
/// </summary>
public static class Classification
{
    internal const string TableClass = "Norda:Data";
    internal const string TableTitle = "Norda:DataTitle";
    internal const string ColumnClass = "Norda:Data";

    extension<T>(EntityTypeBuilder<T> table) where T : class
    {
        /// <summary>Every row tells about one person: it is in their export, and goes or is emptied with them.</summary>
        /// <param name="title">As the person reads it in the export.</param>
        /// <param name="owner">The column with the person's number.</param>
        public EntityTypeBuilder<T> IsPersonal(string title, Expression<Func<T, object?>> owner, WhenErased then) =>
            table.Is($"{nameof(DataClass.Personal)}:{then}:{ColumnsOf(owner).Single()}", title);

        /// <summary>Rows tell about a firm; where a firm is one person, they are in that person's export.</summary>
        /// <param name="firm">The column with the firm's number.</param>
        public EntityTypeBuilder<T> IsOfFirm(string title, Expression<Func<T, object?>> firm) => table.Is($"{nameof(DataClass.Firm)}:{WhenErased.Keep}:{ColumnsOf(firm).Single()}", title);

        /// <summary>Nobody is told about. Texts are named one by one: a text is where a name slips in.</summary>
        public EntityTypeBuilder<T> IsNotPersonal(Expression<Func<T, object?>>? texts = null)
        {
            table.Is($"{nameof(DataClass.None)}:{WhenErased.Keep}:", "");
            return texts is null ? table : table.Columns(DataClass.None, ColumnsOf(texts));
        }

        /// <summary>Texts of a kept row that are emptied, and in other people's rows searched for the erased person's name and address.</summary>
        public EntityTypeBuilder<T> Erases(Expression<Func<T, object?>> columns) => table.Columns(DataClass.Erased, ColumnsOf(columns));

        /// <summary>Texts of a kept row that stay, because others' work or the law needs them.</summary>
        public EntityTypeBuilder<T> Keeps(Expression<Func<T, object?>> columns) => table.Columns(DataClass.Kept, ColumnsOf(columns));

        /// <summary>Texts of a row about somebody else that may hold a person's name or address: replaced where found.</summary>
        public EntityTypeBuilder<T> Quotes(Expression<Func<T, object?>> columns) => table.Columns(DataClass.Quoted, ColumnsOf(columns));

        /// <summary>Numbers of people who did something: they stay, and lead to "były użytkownik" once the person is erased.</summary>
        public EntityTypeBuilder<T> Names(Expression<Func<T, object?>> columns) => table.Columns(DataClass.Number, ColumnsOf(columns));

        /// <summary>Hashes and keys: erased with the row, in no export.</summary>
        public EntityTypeBuilder<T> Hides(Expression<Func<T, object?>> columns) => table.Columns(DataClass.Secret, ColumnsOf(columns));

        /// <summary>Values of the audit log: exported with its entries, blacked out by <see cref="RedactAudit"/>.</summary>
        public EntityTypeBuilder<T> BlacksOut(Expression<Func<T, object?>> columns) => table.Columns(DataClass.BlackedOut, ColumnsOf(columns));

        /// <summary>Secrets in columns without a property.</summary>
        public EntityTypeBuilder<T> Hides(params IReadOnlyList<string> columns) => table.Columns(DataClass.Secret, columns);

        private EntityTypeBuilder<T> Is(string what, string title)
        {
            table.HasAnnotation(TableClass, what);
            table.HasAnnotation(TableTitle, title);
            return table;
        }

        private EntityTypeBuilder<T> Columns(DataClass what, IEnumerable<string> names)
        {
            foreach (var name in names)
                table.Metadata.FindProperty(name)!.SetAnnotation(ColumnClass, what.ToString());
            return table;
        }
    }

    private static IReadOnlyList<string> ColumnsOf<T>(Expression<Func<T, object?>> columns) => columns.Body switch
    {
        NewExpression several => [.. several.Arguments.Select(Name)],
        var one => [Name(one)],
    };

    private static string Name(Expression column) => column switch
    {
        UnaryExpression { Operand: var inner } => Name(inner),
        MemberExpression member => member.Member.Name,
        _ => throw new ArgumentException("A column is meant.", nameof(column)),
    };
}

/// <summary>What a column holds.</summary>
public enum DataClass { None, Firm, Personal, Erased, Kept, Quoted, Number, Secret, BlackedOut }

/// <summary>The classification of one table, read from the model.</summary>
public sealed class ClassifiedTable
{
    private ClassifiedTable(IEntityType type, string what)
    {
        Type = type;
        if (what.Split(':') is not [var kind, var then, var owner])
            throw new FormatException(what);
        (Kind, Then, Title) = (Enum.Parse<DataClass>(kind), Enum.Parse<WhenErased>(then), (string?)type.FindAnnotation(Classification.TableTitle)?.Value ?? "");
        Owner = owner.Length > 0 ? type.FindProperty(owner) : null;
    }

    public IEntityType Type { get; }
    public DataClass Kind { get; }
    public WhenErased Then { get; }
    public string Title { get; }
    public string Name => Type.GetTableName()!;

    /// <summary>The column with the number of the person, or of the firm, that a row is about.</summary>
    public IProperty? Owner { get; }

    /// <summary>Null for a table that nobody classified.</summary>
    public static ClassifiedTable? Of(IEntityType type) => type.FindAnnotation(Classification.TableClass)?.Value is string what ? new ClassifiedTable(type, what) : null;

    public static IReadOnlyList<ClassifiedTable> All(AppDb db) => [.. db.Model.GetEntityTypes().Where(t => !t.IsOwned()).Select(Of).OfType<ClassifiedTable>().OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>Null for a column that nobody classified. Numbers, days and labels are what the table is; texts and people's numbers say so themselves.</summary>
    public DataClass? ClassOf(IReadOnlyProperty column)
    {
        if (column.FindAnnotation(Classification.ColumnClass)?.Value is string said)
            return Enum.Parse<DataClass>(said);
        if (column == Owner)
            return Kind;
        if (IsNumberOfPerson(column))
            return null;
        return Kind switch
        {
            DataClass.Firm => DataClass.Firm,
            DataClass.Personal when Then == WhenErased.Delete => DataClass.Personal,
            _ when IsText(column) => null,
            var kind => kind,
        };
    }

    public IEnumerable<IProperty> Columns(DataClass what) => Type.GetProperties().Where(p => ClassOf(p) == what);

    private static bool IsText(IReadOnlyProperty column) => column.ClrType == typeof(string) || column.ClrType == typeof(byte[]);

    private static bool IsNumberOfPerson(IReadOnlyProperty column) =>
        (Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType) == typeof(int)
        && (column.Name.EndsWith("By", StringComparison.Ordinal) || column.Name is "UserId" or "ActorId" || column.GetContainingForeignKeys().Any(k => k.PrincipalEntityType.GetTableName() == "users"));
}
