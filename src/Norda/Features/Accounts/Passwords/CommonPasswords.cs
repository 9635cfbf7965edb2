namespace Norda.Features.Accounts.Passwords;

/// <summary>Passwords of at least eight letters that were found most often in stolen lists (package zxcvbn-ts, brought by Assets/build-assets.mjs; ASVS 6.2.4).</summary>
public static class CommonPasswords
{
    private static readonly Lazy<string[]> Listed = new(Read);

    /// <summary>How many are known; 0 in a build without Node.</summary>
    public static int Count => Listed.Value.Length;

    public static bool Has(string password) => Array.BinarySearch(Listed.Value, password.Trim().ToLowerInvariant(), StringComparer.Ordinal) >= 0;

    private static string[] Read()
    {
        using var file = typeof(CommonPasswords).Assembly.GetManifestResourceStream("Norda.common-passwords.txt");
        return file is null ? [] : new StreamReader(file).ReadToEnd().Split('\n');
    }
}
