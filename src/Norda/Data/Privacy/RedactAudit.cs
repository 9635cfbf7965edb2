using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Norda.Data.Audit;

namespace Norda.Data.Privacy;

/// <summary>
/// Blacks out what the log says of a person: texts of their own rows, their name and address elsewhere, and from where they worked.
/// That something happened, when, and which columns changed stays; the chain holds, see <see cref="Erasure"/>.
/// </summary>
public class RedactAudit(AppDb db, PersonRows rows)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Before the person's rows go: entries about them.</summary>
    public async Task<HashSet<long>> Find(int person, CancellationToken cancel)
    {
        var keys = await rows.Keys(person, cancel);
        var found = new HashSet<long>();
        foreach (var table in ClassifiedTable.All(db).Where(t => t.Kind == DataClass.Personal && t.Type.IsAudited()))
        {
            var (name, owner) = (table.Name, $"\"{table.Owner!.GetColumnName()}\":{person}");
            var entries = db.Set<AuditEntry>().Where(e => e.TableName == name);
            // Rows that are gone are known by what was said when they came or went.
            var gone = await entries.Join(db.Set<AuditValues>(), e => e.Id, v => v.EntryId, (e, v) => new { e.RowKey, e.Action, v.Before, v.After })
                .Where(x => x.Action != AuditAction.Changed && (x.Before!.Contains(owner + ",") || x.Before.Contains(owner + "}") || x.After!.Contains(owner + ",") || x.After.Contains(owner + "}"))).Select(x => x.RowKey).ToListAsync(cancel);
            var mine = keys.Where(k => k.Table == name).Select(k => k.Key).Union(gone).ToList();
            found.UnionWith(await entries.Where(e => mine.Contains(e.RowKey)).Select(e => e.Id).ToListAsync(cancel));
        }

        return found;
    }

    /// <summary>After the person's rows went: blacks out, and writes down that it was done.</summary>
    /// <param name="own">What <see cref="Find"/> found before.</param>
    public async Task Run(int person, HashSet<long> own, ErasedWords words, (int? By, DateTime At) done, CancellationToken cancel)
    {
        var present = await rows.Keys(person, cancel);
        var redactions = new Dictionary<long, string>();
        foreach (var portion in (await Concerned(person, own, words, cancel)).Chunk(500))
        {
            var pairs = await db.Set<AuditEntry>().AsNoTracking().Where(e => portion.Contains(e.Id)).Join(db.Set<AuditValues>().AsNoTracking(), e => e.Id, v => v.EntryId, (e, v) => new { Entry = e, Values = v }).ToListAsync(cancel);
            foreach (var pair in pairs)
            {
                var kept = !own.Contains(pair.Entry.Id) ? null : present.Contains((pair.Entry.TableName, pair.Entry.RowKey)) ? Kept(pair.Entry.TableName) : [];
                var (values, address) = (pair.Values, pair.Entry.ActorId == person || own.Contains(pair.Entry.Id) ? null : pair.Values.Address);
                var black = new AuditValues { EntryId = values.EntryId, Salt = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16)), Before = Black(values.Before, kept, words), After = Black(values.After, kept, words), Address = address };
                await db.Set<AuditValues>().Where(v => v.EntryId == black.EntryId).ExecuteUpdateAsync(v => v
                    .SetProperty(x => x.Salt, black.Salt).SetProperty(x => x.Before, black.Before).SetProperty(x => x.After, black.After).SetProperty(x => x.Address, black.Address), cancel);
                redactions[black.EntryId] = AuditChain.HashOf(black);
            }
        }

        db.Add(new Erasure { UserId = person, ErasedBy = done.By, ErasedAt = done.At, Redactions = JsonSerializer.Serialize(redactions) });
        await db.SaveChangesAsync(cancel);
    }

    private async Task<HashSet<long>> Concerned(int person, HashSet<long> own, ErasedWords words, CancellationToken cancel)
    {
        var concerned = new HashSet<long>(own);
        concerned.UnionWith(await db.Set<AuditEntry>().Where(e => e.ActorId == person).Select(e => e.Id).ToListAsync(cancel));
        foreach (var (word, _) in words.All)
            concerned.UnionWith(await db.Set<AuditValues>().Where(v => v.Before!.Contains(word) || v.After!.Contains(word)).Select(v => v.EntryId).ToListAsync(cancel));
        return concerned;
    }

    /// <summary>Columns that stay readable in a row that is still there; of one that is gone none does.</summary>
    private HashSet<string> Kept(string table) => ClassifiedTable.All(db).Single(t => t.Name == table) is var known
        ? known.Columns(DataClass.Kept).Select(c => c.GetColumnName()).ToHashSet(StringComparer.Ordinal) : [];

    private static string? Black(string? json, HashSet<string>? kept, ErasedWords words)
    {
        if (json is null)
            return null;
        var values = JsonNode.Parse(json)!.AsObject();
        foreach (var (column, value) in values.ToList())
            if (value?.GetValueKind() == JsonValueKind.String)
                values[column] = kept is not null && !kept.Contains(column) ? ErasedWords.Mark : words.Replace((string)value!);
        return values.ToJsonString(Json);
    }
}
