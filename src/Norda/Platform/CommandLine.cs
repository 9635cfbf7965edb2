using System.CommandLine;

namespace Norda.Platform;

/// <summary>Builds the application without starting it; a verb that only needs its services starts no server.</summary>
public delegate WebApplication AppFactory();

/// <summary>
/// One binary with verbs. Tokens of the form --Section:Key=value (and the host's own --environment=…, --urls=…)
/// are configuration for any verb; everything else must be a verb or an option, or the answer is exit code 2.
/// </summary>
public static class CommandLine
{
    public const int Failed = 1;
    public const int Misused = 2;

    private const string Serve = "serve";

    /// <summary>What a verb prints may be for a script; what the application logs meanwhile goes beside it.</summary>
    private const string LogToStandardError = "--Logging:Console:LogToStandardErrorThreshold=Trace";

    private static readonly string[] HostSettings = ["environment", "contentRoot", "applicationName", "urls", "hostBuilder", "webroot"];

    /// <param name="explain">Words for a fault that lies outside the application; null for any other.</param>
    public static async Task<int> Run(string[] args, Func<string[], WebApplication> build, Func<Exception, string?> explain, params Func<AppFactory, Command>[] verbs)
    {
        var settings = args.Where(IsSetting).ToArray();
        var words = args.Except(settings, StringComparer.Ordinal).DefaultIfEmpty(Serve).ToArray();
        if (words[0] != Serve)
            settings = [LogToStandardError, .. settings];
        var root = new RootCommand("Norda Biznes Partner: platforma członków izby gospodarczej.");
        foreach (var verb in verbs)
            root.Subcommands.Add(verb(() => build(settings)));

        var parsed = root.Parse(words);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("Wszystkie polecenia i opcje pokaże: norda --help");
            return Misused;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UsageException misuse)
        {
            await Console.Error.WriteLineAsync(misuse.Message);
            return Misused;
        }
        catch (Exception fault) when (explain(fault) is not null)
        {
            await Console.Error.WriteLineAsync(explain(fault));
            return Failed;
        }
    }

    private static bool IsSetting(string token)
    {
        if (!token.StartsWith("--", StringComparison.Ordinal) || token.IndexOf('=', StringComparison.Ordinal) is var equals && equals < 3)
            return false;
        var key = token[2..equals];
        var section = equals == token.Length - 1 && char.IsAsciiLetterUpper(key[0]); // test hosts name the section itself too: --ConnectionStrings=
        return section || key.Contains(':', StringComparison.Ordinal) || HostSettings.Contains(key, StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>The operator asked for something that cannot be meant; the message says what to write instead.</summary>
public sealed class UsageException(string message) : Exception(message);
