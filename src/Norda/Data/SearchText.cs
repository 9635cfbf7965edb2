using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace Norda.Data;

/// <summary>Texts as a search over several tables wants them. For queries only.</summary>
public static class SearchText
{
    /// <summary>In every connection of SQLite.</summary>
    internal const string Sqlite = "norda_fold";

    private const string Signs = "ąćęłńóśźż„”\"()/–-";
    private const string Plain = "acelnoszz        ";
    private static readonly StringTypeMapping Text = new("text", DbType.String);

    /// <summary>Small letters without Polish signs, a space before each word: <c>Folded(" " + e.Title).Contains(" sniad")</c>.</summary>
    public static string Folded(string? text) => throw new InvalidOperationException("Only the database knows.");

    /// <summary>Of no particular length: columns of different tables that go into one answer must be of one type.</summary>
    public static string Whole(string? text) => throw new InvalidOperationException("Only the database knows.");

    internal static string? Fold(string? text) => text is null ? null : string.Create(text.Length, text, (folded, typed) =>
    {
        var small = typed.ToLowerInvariant();
        for (var i = 0; i < folded.Length; i++)
            folded[i] = Signs.IndexOf(small[i], StringComparison.Ordinal) is >= 0 and var at ? Plain[at] : small[i];
    });

    internal static void MapPostgres(ModelBuilder model) => Map(model, text => Call("translate", Call("lower", text), new SqlFragmentExpression($"'{Signs}'"), new SqlFragmentExpression($"'{Plain}'")));

    internal static void MapSqlite(ModelBuilder model) => Map(model, text => Call(Sqlite, text));

    private static void Map(ModelBuilder model, Func<SqlExpression, SqlExpression> folded)
    {
        model.HasDbFunction(((Func<string?, string>)Folded).Method).HasTranslation(args => folded(args[0]));
        model.HasDbFunction(((Func<string?, string>)Whole).Method).HasTranslation(args => new SqlUnaryExpression(System.Linq.Expressions.ExpressionType.Convert, args[0], typeof(string), Text));
    }

    private static SqlFunctionExpression Call(string function, params SqlExpression[] args) => new(function, args, nullable: true, args.Select(_ => true), typeof(string), Text);
}
