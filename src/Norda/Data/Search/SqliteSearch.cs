using Microsoft.AspNetCore.OutputCaching;
using Norda.Data.Search.Polish;

namespace Norda.Data.Search;

/// <summary>Search on SQLite: the same terms in an FTS5 table, ranked by bm25 with the same weights.</summary>
public sealed class SqliteSearch(AppDb db, Stemmer stemmer, Speller speller, TimeProvider clock, IOutputCacheStore pages) : SearchIndex(db, stemmer, speller, pages)
{
    /// <summary>Part of the first migration: EF Core has no model for virtual tables.</summary>
    public const string CreateTable = """
        create virtual table companies_fts using fts5(name, services, short, full, filters,
            content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0 tokenchars '-'", prefix = '2 3');
        """;

    /// <summary>
    /// Names that begin with what was typed, then, as far as these leave room, names with the words anywhere. Two letters begin
    /// thousands of words, and FTS5 reads all their lists before it gives the first firm; such a beginning is full without it.
    /// </summary>
    private static readonly string SuggestedFirms = $"""
        select * from (
            select * from (select 0, name, slug, address_town from companies where name_folded >= @from and name_folded < @to and status = 'active' order by name_folded limit {SuggestedLists.MostFirms})
            union all
            select 0, c.name, c.slug, c.address_town from companies_fts f cross join companies c on c.id = f.rowid
            where f.companies_fts match @names and not (c.name_folded >= @from and c.name_folded < @to) limit {SuggestedLists.MostFirms})
        """;

    private readonly IndexReader reader = new(db, stemmer, clock);

    internal override async Task<SearchPage> Ask(Plan plan, CancellationToken cancel)
    {
        var statement = new SqliteStatement(plan, Stemmer, Platform.Warsaw.Today(clock));
        await using var command = await Db.Command(statement.Text, cancel, [.. statement.Parameters]);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        return await PageReader.Read(rows, plan, Limits.Exact, Stemmer, cancel);
    }

    public override async Task<IReadOnlyList<Suggestion>> Suggest(string typed, CancellationToken cancel)
    {
        var question = Question.Parse(typed);
        if (question.Words.Count == 0)
            return [];
        var (from, to) = SuggestedLists.Range(string.Join(' ', question.Words));
        await using var command = await Db.Command($"{SuggestedFirms} {SuggestedLists.Sql}", cancel,
            [("names", FtsQuery.Names(SuggestedLists.Typing(question, Stemmer))), ("from", from), ("to", to), .. SuggestedLists.Parameters(question)]);
        return await SuggestedLists.Read(command, cancel);
    }

    protected override async Task Update(IReadOnlyCollection<int> companyIds, CancellationToken cancel)
    {
        var documents = await reader.Read(companyIds, cancel);
        foreach (var gone in companyIds.Except(documents.Select(d => d.Id)))
            await Db.Execute("delete from companies_fts where rowid = @id", cancel, ("id", gone));
        await Write(documents, cancel);
        await new VocabularyWriter(Db).Add(documents, cancel);
    }

    protected override async Task UpdateAll(CancellationToken cancel)
    {
        await using var transaction = Db.Database.CurrentTransaction is null ? await Db.Database.BeginTransactionAsync(cancel) : null;
        var words = new Dictionary<string, VocabularyWriter.Entry>(StringComparer.Ordinal);
        await Db.Execute("delete from companies_fts", cancel);
        await foreach (var documents in reader.ReadAll(cancel))
        {
            await Write(documents, cancel);
            foreach (var document in documents)
                VocabularyWriter.Count(document, words);
        }

        await new VocabularyWriter(Db).Replace(words, cancel);
        if (transaction is not null)
            await transaction.CommitAsync(cancel);
    }

    private async Task Write(IReadOnlyList<IndexDocument> documents, CancellationToken cancel)
    {
        await using var update = await Db.Command("update companies set name_folded = @name, name_sort = @sort, search_text = @text, rank_static = @rank where id = @id", cancel,
            ("id", 0), ("name", ""), ("sort", Array.Empty<byte>()), ("text", ""), ("rank", 0));
        await using var terms = await Db.Command("insert or replace into companies_fts(rowid, name, services, short, full, filters) values (@id, @a, @b, @c, @d, @filters)", cancel,
            ("id", 0), ("a", ""), ("b", ""), ("c", ""), ("d", ""), ("filters", ""));
        foreach (var document in documents)
        {
            object[] columns = [document.Id, document.NameFolded, document.NameSort, document.Text, document.StaticRank];
            object[] lists = [document.Id, Join(document.A), Join(document.B), Join(document.C), Join(document.D), Join(document.Filters)];
            for (var i = 0; i < columns.Length; i++)
                update.Parameters[i].Value = columns[i];
            for (var i = 0; i < lists.Length; i++)
                terms.Parameters[i].Value = lists[i];
            await update.ExecuteNonQueryAsync(cancel);
            await terms.ExecuteNonQueryAsync(cancel);
        }
    }

    private static string Join(List<string> terms) => string.Join(' ', terms);
}
