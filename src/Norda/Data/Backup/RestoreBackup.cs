using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Norda.Data.Audit;
using Norda.Data.Search;
using Norda.Platform;

namespace Norda.Data.Backup;

/// <summary>Puts a backup into an empty database, in one transaction: all of it, or nothing.</summary>
public class RestoreBackup(AppDb db, ISearchIndex search)
{
    private const int Portion = 500;
    private const int LongestLine = 64 * 1024 * 1024;

    public async Task<Outcome> Run(string file, CancellationToken cancel)
    {
        db.Database.SetCommandTimeout(WriteBackup.Patience);
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(file, cancel);
            if (await Manifest(zip, cancel) is not { Format: BackupManifest.Present } manifest)
                return Outcome.Refuse("To nie jest kopia zapasowa Nordy albo zrobiła ją nowsza wersja.");
            if (await db.MigrationName(cancel) is var present && present != manifest.Migration)
                return Outcome.Refuse($"Kopia ma układ bazy „{manifest.Migration}”, a ta wersja aplikacji „{present}”. Odtwórz ją wersją, która ją zrobiła, a potem uaktualnij aplikację.");
            if (await db.Companies.AnyAsync(cancel) || await db.Users.AnyAsync(cancel) || await db.Set<AuditEntry>().AnyAsync(cancel))
                return Outcome.Refuse("W bazie są już dane. Kopię odtwarza się tylko do pustej bazy.");
            return await Fill(zip, manifest, cancel);
        }
        catch (Exception broken) when (broken is InvalidDataException or JsonException or FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return Outcome.Refuse($"Nie da się odczytać kopii: {broken.Message}");
        }
    }

    private async Task<Outcome> Fill(ZipArchive zip, BackupManifest manifest, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var tables = TableShape.All(db);
        foreach (var table in tables.Reverse())
            await Clear(table.Name, cancel);
        foreach (var table in tables)
        {
            if (manifest.Tables.FirstOrDefault(t => t.Name == table.Name) is not { } kept)
                continue;
            var read = await ReadTable(zip, table, kept, cancel);
            if (read.Rows != kept.Rows || read.ToString() != kept.Hash)
                return Outcome.Refuse($"Kopia jest uszkodzona: tabela {kept.Name} nie zgadza się ze spisem.");
            if (db.Database.IsNpgsql())
                await SetSequence(table.Type, cancel);
        }

        await search.Rebuild(cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }

    /// <summary>A start leaves a little in a database where nobody has been yet: the end of the audit log, keys, the code of the first run.</summary>
    private async Task Clear(string table, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.Transaction) = ($"delete from {table}", db.Database.CurrentTransaction!.GetDbTransaction());
        await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task<RowHash> ReadTable(ZipArchive zip, TableShape table, BackedUpTable kept, CancellationToken cancel)
    {
        var hash = new RowHash();
        var rows = new List<object>(Portion);
        var entry = zip.GetEntry(kept.FileName) ?? throw new InvalidDataException($"brakuje pliku {kept.FileName}");
        await using var stream = await entry.OpenAsync(cancel);
        await foreach (var line in Lines(stream, cancel))
        {
            hash.Add(line);
            rows.Add(table.Read(line, kept.Columns));
            if (rows.Count < Portion)
                continue;
            await Insert(table, rows, cancel);
            rows.Clear();
        }

        await Insert(table, rows, cancel);
        return hash;
    }

    private async Task Insert(TableShape table, List<object> rows, CancellationToken cancel)
    {
        if (table.HasOwnedParts)
        {
            db.AddRange(rows);
            await db.SavePlainly(cancel);
            db.ChangeTracker.Clear();
            return;
        }

        await (Task)typeof(RestoreBackup).GetMethod(nameof(InsertAs), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.MakeGenericMethod(table.Type.ClrType).Invoke(this, [rows, cancel])!;
    }

    private Task InsertAs<T>(List<object> rows, CancellationToken cancel) where T : class => db.Insert<T>(rows.ConvertAll(r => (T)r), cancel);

    /// <summary>The next row gets the number after the last one that was restored.</summary>
    private async Task SetSequence(IEntityType type, CancellationToken cancel)
    {
        if (type.FindPrimaryKey()!.Properties is not [{ ValueGenerated: ValueGenerated.OnAdd } key] || key.ClrType != typeof(int))
            return;
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"select setval(pg_get_serial_sequence('{type.GetTableName()}', '{key.GetColumnName()}'), greatest((select max({key.GetColumnName()}) from {type.GetTableName()}), 1), exists (select 1 from {type.GetTableName()}))";
        await command.ExecuteScalarAsync(cancel);
    }

    private static async Task<BackupManifest?> Manifest(ZipArchive zip, CancellationToken cancel)
    {
        if (zip.GetEntry(BackupManifest.FileName) is not { } entry)
            return null;
        await using var stream = await entry.OpenAsync(cancel);
        return await JsonSerializer.DeserializeAsync<BackupManifest>(stream, cancellationToken: cancel);
    }

    private static async IAsyncEnumerable<byte[]> Lines(Stream stream, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var (buffer, filled) = (new byte[64 * 1024], 0);
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(filled), cancel);
            filled += read;
            var start = 0;
            while (buffer.AsSpan(start, filled - start).IndexOf((byte)'\n') is var end && end >= 0)
            {
                yield return buffer[start..(start + end)];
                start += end + 1;
            }

            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            filled -= start;
            if (read == 0)
                break;
            if (filled == buffer.Length)
                Array.Resize(ref buffer, buffer.Length < LongestLine ? buffer.Length * 2 : throw new InvalidDataException("wiersz kopii jest za długi"));
        }

        if (filled > 0)
            throw new InvalidDataException("kopia urywa się w połowie wiersza");
    }
}
