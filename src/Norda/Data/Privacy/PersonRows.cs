using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Norda.Data.Audit;
using Norda.Data.Backup;

namespace Norda.Data.Privacy;

/// <summary>Rows of every table that tell about one person, by the classification of the model.</summary>
public class PersonRows(AppDb db)
{
    /// <summary>Rows of the person; secrets left out.</summary>
    public IEnumerable<RowsOfTable> OfPerson(int person) =>
        ClassifiedTable.All(db).Where(t => t.Kind == DataClass.Personal).Select(t => Read(t, [person]));

    /// <summary>Rows of firms: for a person who is a firm.</summary>
    public IEnumerable<RowsOfTable> OfFirms(IReadOnlyList<int> firms) =>
        firms.Count == 0 ? [] : ClassifiedTable.All(db).Where(t => t.Kind == DataClass.Firm).Select(t => Read(t, firms));

    /// <summary>Primary keys of the person's present rows, as the audit log writes them.</summary>
    public async Task<HashSet<(string Table, string Key)>> Keys(int person, CancellationToken cancel)
    {
        var keys = new HashSet<(string, string)>();
        foreach (var table in ClassifiedTable.All(db).Where(t => t.Kind == DataClass.Personal && t.Type.IsAudited()))
            await foreach (var row in Rows(table, [person], cancel))
                keys.Add((table.Name, string.Join('/', table.Type.FindPrimaryKey()!.Properties.Select(p => Convert.ToString(p.PropertyInfo!.GetValue(row), CultureInfo.InvariantCulture)))));
        return keys;
    }

    /// <summary>Deletes or empties the person's rows and blacks out what other rows say of them. The row of users itself is its owner's matter.</summary>
    public async Task Forget(int person, ErasedWords words, CancellationToken cancel)
    {
        foreach (var table in ClassifiedTable.All(db).Where(t => t.Name != "users"))
        {
            if (table.Kind == DataClass.Personal)
                await Call(nameof(ForgetIn), table, person, cancel);
            foreach (var column in table.Columns(DataClass.Erased).Concat(table.Columns(DataClass.Quoted)).Where(c => c.ClrType == typeof(string)))
                foreach (var (word, instead) in words.All)
                    await Call(nameof(ReplaceIn), table, (column.Name, word, Fit(instead, column)), cancel);
        }
    }

    private static string Fit(string instead, IProperty column) => column.GetMaxLength() is { } most && most < instead.Length ? "" : instead;

    private RowsOfTable Read(ClassifiedTable table, IReadOnlyList<int> owners)
    {
        var shape = TableShape.All(db).Single(s => s.Type == table.Type);
        var secret = table.Columns(DataClass.Secret).Select(c => c.GetColumnName()).ToHashSet(StringComparer.Ordinal);
        var columns = shape.Columns.Index().Where(c => !secret.Contains(c.Item)).ToList();
        return new RowsOfTable(table.Name, table.Title, columns.ConvertAll(c => c.Item), cancel => Values(table, shape, columns.ConvertAll(c => c.Index), owners, cancel));
    }

    private async IAsyncEnumerable<IReadOnlyList<object?>> Values(ClassifiedTable table, TableShape shape, List<int> columns, IReadOnlyList<int> owners, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in Rows(table, owners, cancel))
            yield return columns.ConvertAll(i => shape.Value(row, i));
    }

    private IAsyncEnumerable<object> Rows(ClassifiedTable table, IReadOnlyList<int> owners, CancellationToken cancel) =>
        (IAsyncEnumerable<object>)Method(nameof(RowsOf), table).Invoke(this, [table, owners, cancel])!;

    private async IAsyncEnumerable<object> RowsOf<T>(ClassifiedTable table, IReadOnlyList<int> owners, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel) where T : class
    {
        await foreach (var row in db.Set<T>().AsNoTracking().Where(IsOf<T>(table, owners)).AsAsyncEnumerable().WithCancellation(cancel))
            yield return row;
    }

    private Task ForgetIn<T>(ClassifiedTable table, int person, CancellationToken cancel) where T : class
    {
        var rows = db.Set<T>().Where(IsOf<T>(table, [person]));
        if (table.Then == WhenErased.Delete)
            return rows.ExecuteDeleteAsync(cancel);
        var columns = table.Columns(DataClass.Erased).ToList();
        return columns.Count == 0 ? Task.CompletedTask : rows.ExecuteUpdateAsync(set =>
        {
            foreach (var column in columns)
                set.SetProperty(x => EF.Property<string?>(x, column.Name), column.IsNullable ? null : "");
        }, cancel);
    }

    private Task<int> ReplaceIn<T>(ClassifiedTable table, (string Column, string Word, string Instead) what, CancellationToken cancel) where T : class
    {
        var (column, word, instead) = what;
        return db.Set<T>().Where(x => EF.Property<string?>(x, column)!.Contains(word))
            .ExecuteUpdateAsync(set => set.SetProperty(x => EF.Property<string?>(x, column), x => EF.Property<string?>(x, column)!.Replace(word, instead)), cancel);
    }

    private static Expression<Func<T, bool>> IsOf<T>(ClassifiedTable table, IReadOnlyList<int> owners)
    {
        var row = Expression.Parameter(typeof(T));
        var owner = Expression.Convert(Expression.Property(row, table.Owner!.PropertyInfo!), typeof(int?));
        return Expression.Lambda<Func<T, bool>>(owners.Select(o => (Expression)Expression.Equal(owner, Expression.Constant((int?)o, typeof(int?)))).Aggregate(Expression.OrElse), row);
    }

    private Task Call<TArgument>(string method, ClassifiedTable table, TArgument argument, CancellationToken cancel) => (Task)Method(method, table).Invoke(this, [table, argument, cancel])!;

    private MethodInfo Method(string name, ClassifiedTable table) => GetType().GetMethod(name, BindingFlags.NonPublic | BindingFlags.Instance)!.MakeGenericMethod(table.Type.ClrType);
}

/// <summary>One table of an export.</summary>
public sealed record RowsOfTable(string Name, string Title, IReadOnlyList<string> Columns, Func<CancellationToken, IAsyncEnumerable<IReadOnlyList<object?>>> Rows);
