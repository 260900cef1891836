package dev.valuecompass.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;

/**
 * Prints a digest of the states that a model gives texts, as little as another processor has to be imitated for:
 * {@code StatesElsewhere MODEL IDS}. IDS has a text a line, token ids with spaces between them.
 */
final class StatesElsewhere {
    private StatesElsewhere() {}

    public static void main(String[] arguments) throws Exception {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = E5Encoder.options();
                OrtSession session = environment.createSession(arguments[0], options)) {
            for (String line : Files.readAllLines(Path.of(arguments[1]))) {
                System.out.println(digest(environment, session, ids(line)));
            }
        }
    }

    private static long[][] ids(String line) {
        String[] words = line.split(" ");
        long[] ids = new long[words.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = Long.parseLong(words[i]);
        }
        return new long[][] {ids};
    }

    private static String digest(OrtEnvironment environment, OrtSession session, long[][] ids) throws Exception {
        try (OnnxTensor input = OnnxTensor.createTensor(environment, ids);
                OrtSession.Result result = session.run(Map.of(TokenwiseBert.INPUT, input))) {
            FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
            ByteBuffer bytes = ByteBuffer.allocate(states.remaining() * Float.BYTES);
            bytes.asFloatBuffer().put(states);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        }
    }
}
