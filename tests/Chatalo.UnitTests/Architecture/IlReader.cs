using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.CompilerServices;

namespace Chatalo.UnitTests.Architecture;

/// <summary>Reads which types, methods and fields the code of a method names.</summary>
internal static class IlReader
{
    private const int TwoBytes = 0xFE;

    private static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes).GetFields().Where(static field => field.FieldType == typeof(OpCode))
        .Select(static field => (OpCode)field.GetValue(null)!).ToDictionary(static code => code.Value & 0xFFFF, static code => code.OperandType);

    /// <summary>The metadata handles that the instructions have as operands.</summary>
    public static IEnumerable<EntityHandle> Handles(MethodBodyBlock body)
    {
        var bytes = body.GetILBytes()!;
        for (var at = 0; at < bytes.Length;)
        {
            var code = (int)bytes[at++];
            if (code == TwoBytes)
            {
                code = (code << 8) | bytes[at++];
            }

            var operand = Operands[code];
            if (operand is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok or OperandType.InlineSig)
            {
                yield return MetadataTokens.EntityHandle(Int(bytes, at));
            }

            at += Size(operand, bytes, at);
        }
    }

    private static int Size(OperandType operand, byte[] bytes, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * Int(bytes, at)),
        _ => 4,
    };

    private static int Int(byte[] bytes, int at) => Unsafe.ReadUnaligned<int>(ref bytes[at]);
}
