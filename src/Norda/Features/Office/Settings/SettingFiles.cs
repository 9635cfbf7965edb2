using Norda.Data;
using Norda.Features.Files;
using Norda.Platform;

namespace Norda.Features.Office.Settings;

/// <summary>The chamber's logo and the picture for shared links are in use as long as a setting names them.</summary>
public sealed class SettingFiles : IFileUse
{
    private const string Folder = "/pliki/";
    private const int IdLength = 32;
    private static readonly string[] Pictures = [KnownSetting.KeyOf(ChamberOptions.Section, nameof(ChamberOptions.Logo)), KnownSetting.KeyOf(ChamberOptions.Section, nameof(ChamberOptions.ShareImage))];

    /// <summary>The setting that shows an uploaded file.</summary>
    public static string AddressOf(StoredFile file) => $"{Folder}{file.Id}.webp";

    public IQueryable<string> Files(AppDb db) =>
        db.Set<ChamberSetting>().Where(s => Pictures.Contains(s.Key) && s.Value!.StartsWith(Folder)).Select(s => s.Value!.Substring(Folder.Length, IdLength));
}
