using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Directory.Import;
using Norda.Features.Fees.Statements.Reading;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Statements;

/// <summary>What came of a file. Again: it had been read before, and nothing happened now.</summary>
public sealed record Imported(Outcome Outcome, int? StatementId = null, bool NeedsColumns = false, bool Again = false);

/// <summary>
/// Reads a file of the bank and keeps its incoming transfers, each once whatever files bring it; what they are is found out in the
/// background. The file is taken whole or not at all.
/// </summary>
public class ImportStatement(AppDb db, Me me, Runner<WorkStatements> runner, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    private const int Portion = 1000;
    private const int Attempts = 4;

    /// <summary>A table that nobody explained is kept until somebody does, but no larger than this.</summary>
    private const int MostKept = 8 * 1024 * 1024;

    public async Task<Imported> Run(Stream content, string fileName, CancellationToken cancel)
    {
        try
        {
            var file = StatementFile.Look(content);
            for (var attempt = 1; ; attempt++)
            {
                if (await Former(file.Hash, cancel) is { } former)
                    return new(Outcome.Done, former.Id, former.NeedsColumns, Again: true);
                try
                {
                    return await Take(file, content, fileName, cancel);
                }
                catch (Exception race) when (attempt < Attempts && IsRace(race))
                {
                    db.ChangeTracker.Clear(); // another file brought the same transfers meanwhile: they are known now
                }
            }
        }
        catch (BrokenStatementException broken)
        {
            return new(Outcome.Refuse(broken.Fault.In(texts), "plik"));
        }
        catch (BrokenFileException broken)
        {
            return new(Outcome.Refuse(broken.Message, "plik"));
        }
    }

    /// <summary>Goes on with a table once its columns are explained.</summary>
    internal async Task<Outcome> Continue(BankStatement statement, CancellationToken cancel)
    {
        using var content = Unpack(statement.Content!);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancel);
                db.Update(statement);
                await Fill(statement, StatementFile.Look(content), cancel);
                await transaction.CommitAsync(cancel);
                runner.Wake();
                return Outcome.Done;
            }
            catch (Exception race) when (attempt < Attempts && IsRace(race))
            {
                db.ChangeTracker.Clear();
            }
            catch (BrokenStatementException broken)
            {
                return Outcome.Refuse(broken.Fault.In(texts));
            }
            catch (BrokenFileException broken)
            {
                return Outcome.Refuse(broken.Message);
            }
        }
    }

    internal static MemoryStream Unpack(byte[] packed)
    {
        var content = new MemoryStream();
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        brotli.CopyTo(content);
        return content;
    }

    private async Task<(int Id, bool NeedsColumns)?> Former(string hash, CancellationToken cancel)
    {
        var former = await db.Set<BankStatement>().Where(s => s.FileHash == hash && s.UndoneAt == null).Select(s => new { s.Id, NeedsColumns = s.Content != null }).FirstOrDefaultAsync(cancel);
        return former is null ? null : (former.Id, former.NeedsColumns);
    }

    private async Task<Imported> Take(StatementFile file, Stream content, string fileName, CancellationToken cancel)
    {
        var name = PlainText.Line(Path.GetFileName(fileName)) ?? "wyciag";
        var statement = new BankStatement { FileName = name.Length > 255 ? name[..255] : name, FileHash = file.Hash, StartedBy = me.Id, StartedAt = clock.GetUtcNow().UtcDateTime };
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Add(statement);
        await db.SaveChangesAsync(cancel);
        var isKnown = await Fill(statement, file, cancel);
        if (!isKnown)
        {
            statement.Content = Pack(content);
            await db.SaveChangesAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
        if (isKnown)
            runner.Wake();
        return new(Outcome.Done, statement.Id, NeedsColumns: !isKnown);
    }

    /// <returns>False for a table whose columns have to be explained first.</returns>
    private async Task<bool> Fill(BankStatement statement, StatementFile file, CancellationToken cancel)
    {
        var facts = new StatementFacts();
        var explained = (await db.Set<CsvLayout>().Select(l => new { l.Fingerprint, l.Columns }).ToListAsync(cancel)).Where(l => CsvColumns.Parse(l.Columns) is not null)
            .ToDictionary(l => l.Fingerprint, l => CsvColumns.Parse(l.Columns)!, StringComparer.Ordinal);
        var lines = file.Lines(facts, explained);
        (statement.Incoming, statement.Known) = (0, 0);
        statement.Format = file.Format;
        if (file.Unknown is not null)
            return false;
        var (taken, keys) = (new List<BankTransfer>(Portion), new TransferKeys());
        foreach (var line in lines)
        {
            if (facts.Lines > StatementFile.MostLines)
                throw new BrokenStatementException(new("Ten plik ma ponad 250 000 operacji. Pobierz z banku wyciąg za krótszy okres."));
            if (line.IsIncoming)
                taken.Add(keys.Make(line, facts.Account, statement.Id));
            if (taken.Count == Portion)
                await Keep(statement, taken, cancel);
        }

        await Keep(statement, taken, cancel);
        if (facts.Lines == 0)
            throw new BrokenStatementException(new("W tym pliku nie ma żadnej operacji."));
        (statement.Account, statement.FromDay, statement.ThroughDay, statement.Opening, statement.Closing) = (facts.Account, facts.From, facts.Through, facts.Opening, facts.Closing);
        (statement.Transfers, statement.Content) = (facts.Lines, null);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    private async Task Keep(BankStatement statement, List<BankTransfer> taken, CancellationToken cancel)
    {
        var keys = taken.ConvertAll(t => t.Key);
        var known = await db.Set<BankTransfer>().Where(t => EF.Parameter(keys).Contains(t.Key)).Select(t => t.Key).ToHashSetAsync(cancel);
        var fresh = taken.Where(t => !known.Contains(t.Key)).ToList();
        await db.Insert(fresh, cancel);
        statement.Incoming += fresh.Count;
        statement.Known += taken.Count - fresh.Count;
        taken.Clear();
    }

    private static byte[] Pack(Stream content)
    {
        if (content.Length > MostKept)
            throw new BrokenStatementException(new("Nie znamy tabel tego banku, a ta jest za duża. Pobierz wyciąg za krótszy okres albo w formacie MT940 lub CAMT.053."));
        using var packed = new MemoryStream();
        content.Position = 0;
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            content.CopyTo(brotli);
        return packed.ToArray();
    }

    private static bool IsRace(Exception failure) => failure is DbUpdateException update && Races.IsUnique(update) || failure is DbException broken && Races.IsUnique(broken);
}

/// <summary>Numbers equal transfers of one file, so that two of them are two, and the same two in another file are the same.</summary>
internal sealed class TransferKeys
{
    /// <summary>Banks cut titles and put addresses behind names, so that beginnings are compared.</summary>
    private const int LikenessTitle = 20;
    private const int LikenessName = 12;

    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    public BankTransfer Make(BankLine line, string? account, int statementId)
    {
        var (letters, name) = (Letters(line.Title), Letters(line.PayerName));
        var likeness = Hash($"{line.BookedOn:O}|{line.Amount:0.00}|{line.Currency}|{name[..Math.Min(name.Length, LikenessName)]}|{letters[..Math.Min(letters.Length, LikenessTitle)]}")[..32];
        var sign = line.Reference is { } reference ? "ref|" + reference : $"{line.PayerAccount}|{letters}";
        var body = Hash($"{account}|{line.BookedOn:O}|{line.Amount:0.00}|{line.Currency}|{sign}");
        var occurrence = seen[body] = seen.GetValueOrDefault(body) + 1;
        return new()
        {
            StatementId = statementId, Key = Hash($"{body}|{occurrence}"), Likeness = likeness, BookedOn = line.BookedOn, Amount = line.Amount, Currency = line.Currency, PayerName = line.PayerName, PayerAccount = line.PayerAccount,
            Title = line.Title, Reference = line.Reference, VirtualAccount = line.VirtualAccount,
        };
    }

    private static string Letters(string? text) => string.Concat(Folding.Fold(text ?? "").Where(char.IsLetterOrDigit));

    private static string Hash(FormattableString text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant(text))));
}
