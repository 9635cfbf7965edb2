namespace Norda.Tests.Architecture;

/// <summary>The files of this repository as they are written, without what is generated or fetched.</summary>
public static class Sources
{
    private static readonly string[] Foreign = ["/obj/", "/bin/", "/Migrations/", "/wwwroot/lib/", "/node_modules/"];

    private static readonly string Root = Above(AppContext.BaseDirectory);

    public static string At(string path) => Path.Combine(Root, path);

    public static string Read(string path) => File.ReadAllText(At(path));

    /// <summary>Files by their ending, from src, tests and bench unless told otherwise.</summary>
    public static IEnumerable<(string Name, string Text)> Files(string ending, params string[] folders) =>
        from folder in folders.Length > 0 ? folders : ["src", "tests", "bench"]
        from file in System.IO.Directory.EnumerateFiles(At(folder), "*" + ending, SearchOption.AllDirectories)
        let name = Path.GetRelativePath(Root, file)
        where !Foreign.Any(("/" + name).Contains)
        orderby name
        select (name, File.ReadAllText(file));

    private static string Above(string folder) => File.Exists(Path.Combine(folder, "Norda.slnx")) ? folder : Above(Path.GetDirectoryName(folder)!);
}
